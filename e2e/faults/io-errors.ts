import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { Acknowledged } from './acknowledged'
import { missingFrom } from './compare'
import { makeSite, startSite } from './site'
import { control, finding, type Trial } from './trial'
import { Writers } from './writers'

const LIFE_MS = 3_000
/** The fault, and the number of a thread's calls before the first failure. */
const FAULTS = [
	{ call: 'fdatasync', error: 'EIO', step: 1 },
	{ call: 'fsync', error: 'EIO', step: 1 },
	{ call: 'pwrite64', error: 'ENOSPC', step: 17 },
	{ call: 'pwrite64', error: 'EIO', step: 23 },
	{ call: 'openat', error: 'EMFILE', step: 61 },
] as const
/** An `openat` that fails before the server listens ends its start, which this trial does not cover. */
const CALLS_OF_A_START = 400

/** Fails the n-th use of a system call; a restarted server must hold all acknowledged writes. */
export const ioErrors: Trial = {
	title: 'failing fdatasync, fsync, pwrite and openat under all kinds of writes',
	count: 40,
	needs: { commands: ['strace'] },
	run: async ({ count, port, folder }) => {
		const dataDir = join(folder, 'data')
		await makeSite(dataDir)
		await (await startSite(dataDir, port)).close()
		const acknowledged = new Acknowledged()
		let injected = 0
		let ended = 0
		for (let round = 0; round < count; round += 1) {
			const log = join(folder, `strace-${round}`)
			const wrapper = ['strace', '-D', '-f', '--seccomp-bpf', '-o', log, ...injection(round)]
			const site = await startSite(dataDir, port, { wrapper }).catch(() => null)
			if (site) {
				const writers = new Writers(site.url, acknowledged).start()
				await sleep(LIFE_MS)
				await writers.stop()
				ended += site.child.exitCode === null && site.child.signalCode === null ? 0 : 1
				await site.close()
			}
			injected += readFileSync(log, 'utf8').split('(INJECTED)').length - 1
		}
		const again = await startSite(dataDir, port)
		await again.close()
		const lost = missingFrom(dataDir, acknowledged)
		for (const line of lost.slice(0, 10)) console.log(`  lost: ${line}`)
		console.log(`  ${injected} calls failed; ${ended} of ${count} servers ended themselves`)
		return [
			finding(`lost of ${acknowledged.count} acknowledged writes`, lost.length, 0),
			control('failing calls', injected),
		]
	},
}

function injection(round: number): string[] {
	const { call, error, step } = FAULTS[round % FAULTS.length] as (typeof FAULTS)[number]
	const turn = 1 + Math.floor(round / FAULTS.length)
	const first = (call === 'openat' ? CALLS_OF_A_START : 0) + turn * step
	return ['-e', `trace=${call}`, '-e', `inject=${call}:error=${error}:when=${first}+${step}`]
}
