import { accessSync, constants, existsSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { sql } from 'drizzle-orm'
import { closeDatabase, read, writer } from '@/db/connection'
import { hasOwner } from '@/domain/people'
import { env } from '@/lib/env'

type Finding = { ok: boolean; text: string }

const CHECKS: Record<string, () => Finding | Promise<Finding>> = {
	Node: () => ({ ok: true, text: process.versions.node }),
	'Data folder': dataFolder,
	Secret: secret,
	Database: database,
	'First owner': firstOwner,
	'Built site': () => ({
		ok: existsSync('.next/BUILD_ID'),
		text: existsSync('.next/BUILD_ID') ? 'there' : 'missing; `npm start` builds it',
	}),
	Address: () => ({
		ok: true,
		text: `${env.siteUrl}${env.siteUrl.startsWith('https:') ? '' : ' (cookies travel unencrypted; set SITE_URL to an https address when you go public)'}`,
	}),
}

/** Prints one line a check and returns whether all is well. */
export async function doctor(): Promise<boolean> {
	let well = true
	for (const [name, check] of Object.entries(CHECKS)) {
		const finding = await Promise.resolve(check()).catch((error: Error) => ({
			ok: false,
			text: error.message,
		}))
		well &&= finding.ok
		console.log(`${finding.ok ? 'ok ' : 'NO '} ${name}: ${finding.text}`)
	}
	closeDatabase()
	return well
}

function dataFolder(): Finding {
	if (!existsSync(env.dataDir))
		return { ok: false, text: `${env.dataDir} is not there yet; \`npm start\` makes it` }
	accessSync(env.dataDir, constants.W_OK)
	return { ok: true, text: env.dataDir }
}

function secret(): Finding {
	const path = join(env.dataDir, 'secret')
	if (!existsSync(path)) return { ok: true, text: 'given by the environment, or made at the first start' }
	const open = (statSync(path).mode & 0o077) !== 0
	return {
		ok: !open,
		text: open ? `${path} can be read by others; chmod 600 it` : 'readable by its owner only',
	}
}

function database(): Finding {
	const answer = writer().all<{ quick_check: string }>(sql`pragma quick_check`)[0]?.quick_check
	const keys = writer().all(sql`pragma foreign_key_check`).length
	const { number } = read().get<{ number: number }>(sql`select count(*) as number from articles`)
	const ok = answer === 'ok' && keys === 0
	return { ok, text: ok ? `sound, ${number} stories` : `damaged (${answer}, ${keys} broken references)` }
}

async function firstOwner(): Promise<Finding> {
	const there = await hasOwner()
	return { ok: there, text: there ? 'there' : 'missing; `npm start` prints a one-time link that makes it' }
}
