import { existsSync } from 'node:fs'
import { closeDatabase } from '@/db'
import { assertSettings } from '@/lib/check-settings'
import { env } from '@/lib/env'
import { DATA_CHECKS } from './doctor-data'

/** Result of a check; for a fault the text includes the remedy. */
export type Finding = { ok: boolean; text: string }
export type Check = () => Finding | Promise<Finding>

const CHECKS: Record<string, Check> = {
	Node: () => ({ ok: true, text: process.versions.node }),
	Settings: () => {
		assertSettings()
		return { ok: true, text: 'valid' }
	},
	...DATA_CHECKS,
	'Built site': () => ({
		ok: existsSync('.next/BUILD_ID'),
		text: existsSync('.next/BUILD_ID') ? 'there' : 'missing; `npm start` builds it',
	}),
	Address: () => ({
		ok: true,
		text: `${env.siteUrl}${env.siteUrl.startsWith('https:') ? '' : ' (cookies travel unencrypted; set SITE_URL to an https address when you go public)'}`,
	}),
}

/** Prints one line per check; resolves to true if all pass. Read-only. */
export async function doctor(): Promise<boolean> {
	let healthy = true
	for (const [name, check] of Object.entries(CHECKS)) {
		const { ok, text } = await findingOf(check)
		healthy &&= ok
		console.log(`${ok ? 'ok ' : 'NO '} ${name}: ${text.replaceAll('\n', ' ')}`)
	}
	await closeDatabase()
	return healthy
}

async function findingOf(check: Check): Promise<Finding> {
	try {
		return await check()
	} catch (error) {
		return { ok: false, text: (error as Error).message }
	}
}
