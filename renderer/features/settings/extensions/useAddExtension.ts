import { useMutation, useQueryClient } from '@tanstack/react-query'
import type { Json } from '#contract/scim/resource.ts'
import { type ConsoleError, callService, type ServiceReply } from '../../../service.ts'

/** Adds a custom extension; `refusal` says what is wrong with its schema. */
export function useAddExtension(connection: string, { onAdded }: { readonly onAdded?: () => void } = {}) {
  const client = useQueryClient()
  const add = useMutation<ServiceReply<'addExtension'>, ConsoleError, Json>({
    mutationFn: (schema) => callService('addExtension', { params: { connection }, body: { schema } }),
    onSuccess: async ({ result }) => {
      if (result === 'refused') return
      await client.invalidateQueries({ queryKey: ['listExtensions'] })
      onAdded?.()
    },
  })
  return { ...add, refusal: add.data?.result === 'refused' ? add.data.reason : undefined }
}
