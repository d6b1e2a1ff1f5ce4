/** A test drives the packaged application through the inspector, which a released one does not have. */
const isTestBuild = process.env.ROLLCALL_TEST_BUILD === '1'

/** @type {import('electron-builder').Configuration} */
export default {
  appId: 'io.rollcall.app',
  directories: { output: 'dist', buildResources: 'electron/icon' },
  // What is bundled is already in out/; better-sqlite3 comes with the one binary of the platform.
  files: [
    'out/**',
    '!out/**/*.map',
    'package.json',
    '!node_modules/**',
    'node_modules/better-sqlite3/package.json',
    'node_modules/better-sqlite3/lib/**',
    // biome-ignore lint/suspicious/noTemplateCurlyInString: electron-builder fills these in.
    'node_modules/better-sqlite3/prebuilds/${platform}-${arch}.node',
  ],
  // Code runs from inside the archive; only the binary has to be a file of its own.
  asar: { smartUnpack: false },
  asarUnpack: ['node_modules/better-sqlite3/prebuilds/**'],
  npmRebuild: false,
  nodeGypRebuild: false,
  electronLanguages: ['en-US'],
  electronFuses: {
    runAsNode: false,
    enableNodeOptionsEnvironmentVariable: false,
    enableNodeCliInspectArguments: isTestBuild,
    grantFileProtocolExtraPrivileges: false,
    enableEmbeddedAsarIntegrityValidation: true,
    onlyLoadAppFromAsar: true,
    enableCookieEncryption: true,
  },
  linux: { target: 'dir', category: 'Development' },
  mac: { target: 'dir', category: 'public.app-category.developer-tools' },
  win: { target: 'dir' },
}
