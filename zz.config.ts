import base from './playwright.config'
export default { ...base, globalSetup: './e2e/zz-setup.ts', projects: base.projects?.map((p) => ({ ...p, dependencies: [] })) }
