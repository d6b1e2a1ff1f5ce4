import { create } from 'zustand'

interface SetupScreen {
  readonly isDiagnosisOpen: boolean
}

/** What is the wizard's own. Never a token: that one lives in the wizard's memory alone. */
export const useSetupStore = create<SetupScreen>()(() => ({ isDiagnosisOpen: false }))

/** Opens the troubleshooting panel. */
export const openDiagnosis = () => useSetupStore.setState({ isDiagnosisOpen: true })

/** Closes it. */
export const closeDiagnosis = () => useSetupStore.setState({ isDiagnosisOpen: false })
