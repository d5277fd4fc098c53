import { sql } from 'drizzle-orm'
import { write } from '@/db'
import { adCounts } from '@/db/schema'
import { singleton } from '@/lib/singleton'
import { toLocalDateTime } from '@/lib/time-zone'
import { adAddresses } from './ads'
import { siteSettings } from './settings'

export type AdEvent = 'impressions' | 'clicks'

/** Time in ms from the first count to the write of all; a killed server loses the counts of this time. */
const WRITE_AFTER_MS = 3_000

type Counts = Record<AdEvent, number>

/** Counts in memory by advertisement and day. One process has one, in the thread that runs the worker routes. */
const counter = singleton('ad-counts', () => ({
	waiting: new Map<string, Counts>(),
	timer: null as NodeJS.Timeout | null,
}))

/**
 * Counts an impression or click, without reader, address or cookie. Counts are written together every few seconds, so
 * that a thousand a second cost one write. @returns the link of the advertisement, or null if there is none
 */
export async function countAd(id: number, event: AdEvent | null): Promise<string | null> {
	const address = (await adAddresses()).get(id) ?? null
	if (address === null || event === null) return address
	const { timeZone } = await siteSettings()
	const key = `${id} ${dayIn(timeZone)}`
	const counts = counter.waiting.get(key) ?? { impressions: 0, clicks: 0 }
	counts[event] += 1
	counter.waiting.set(key, counts)
	counter.timer ??= setTimeout(() => writeAdCounts().catch(console.error), WRITE_AFTER_MS).unref()
	return address
}

/** Writes the counts in memory; if the write fails they are kept for the next one. */
export async function writeAdCounts(): Promise<void> {
	if (counter.timer) clearTimeout(counter.timer)
	counter.timer = null
	// In order, so that two processes never wait for each other's counts.
	const counted = [...counter.waiting].sort(([one], [other]) => (one < other ? -1 : 1))
	counter.waiting.clear()
	if (counted.length === 0) return
	try {
		await write(async (tx) => {
			const existing = await adAddresses()
			for (const [key, counts] of counted) {
				const [id = '', day = ''] = key.split(' ')
				if (!existing.has(Number(id))) continue
				await tx
					.insert(adCounts)
					.values({ adId: Number(id), day, ...counts })
					.onConflictDoUpdate({
						target: [adCounts.adId, adCounts.day],
						set: {
							impressions: sql`${adCounts.impressions} + ${counts.impressions}`,
							clicks: sql`${adCounts.clicks} + ${counts.clicks}`,
						},
					})
			}
		})
	} catch (error) {
		for (const [key, { impressions, clicks }] of counted) {
			const since = counter.waiting.get(key) ?? { impressions: 0, clicks: 0 }
			counter.waiting.set(key, {
				impressions: since.impressions + impressions,
				clicks: since.clicks + clicks,
			})
		}
		counter.timer ??= setTimeout(() => writeAdCounts().catch(console.error), WRITE_AFTER_MS).unref()
		throw error
	}
}

const MINUTE_MS = 60_000
const today = { minute: -1, timeZone: '', day: '' }

/** The day in a time zone, `YYYY-MM-DD`, formatted once a minute. */
function dayIn(timeZone: string): string {
	const now = Date.now()
	const minute = Math.floor(now / MINUTE_MS)
	if (today.minute !== minute || today.timeZone !== timeZone)
		Object.assign(today, { minute, timeZone, day: toLocalDateTime(new Date(now), timeZone).slice(0, 10) })
	return today.day
}
