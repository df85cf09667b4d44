/** Set by the build (scripts/lib/bundle.mjs, vite.config.ts). */
interface ImportMetaEnv {
  readonly VITE_APP_VERSION: string;
}
interface ImportMeta {
  readonly env: ImportMetaEnv;
}
