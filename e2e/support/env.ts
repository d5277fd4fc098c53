import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** The server under test has its own port and data folder, so that a running site is left alone. */
export const port = Number(process.env.E2E_PORT ?? 3777)
export const address = `http://127.0.0.1:${port}`
export const dataDir = join(tmpdir(), `square-e2e-${port}`)

export const PASSWORD = 'a good long password'

/** The accounts of the end-to-end tests, one a role and a second editor. */
export const staff = {
	editor: { name: 'Edith Marsh', email: 'edith@example.org', role: 'editor' },
	second: { name: 'Sven Aldous', email: 'sven@example.org', role: 'editor' },
	contributor: { name: 'Cleo Hart', email: 'cleo@example.org', role: 'contributor' },
	moderator: { name: 'Moira Finch', email: 'moira@example.org', role: 'moderator' },
	owner: { name: 'Owen Tarn', email: 'owen@example.org', role: 'owner' },
} as const
