import { join } from 'node:path'
import { type BenchConfig, seedData, startBenchServer } from './config'
import { figure, quantile, type Result, ratio } from './format'
import { renderTimes } from './render'

/** Pages rendered at every size; with the warm-up almost all of the smallest database. */
const PAGES = 40
const RATIO_MAX = 1.2

/** Render time in databases of different sizes, on which it must not depend. */
export async function databaseSize({ sizes, port, dataDir }: BenchConfig): Promise<Result[]> {
	const results: Result[] = []
	let smallest = Number.NaN
	for (const stories of sizes) {
		const folder = join(dataDir, `of-${stories}`)
		await seedData(folder, stories)
		const server = await startBenchServer({ port: port + 3, dataDir: folder })
		const took = await renderTimes(server.url, Math.max(1, Math.floor(stories / 2) - PAGES), PAGES)
		const memory = server.memoryMb()
		await server.close()
		const p50 = quantile(took)
		const isSmallest = Number.isNaN(smallest)
		if (isSmallest) smallest = p50
		results.push({
			measurement: `database of ${figure(stories)} stories: article page, uncached, p50`,
			result: `${figure(p50)} ms, ${figure(memory)} MB resident, ${figure(server.startedInMs)} ms to start`,
			baseline: isSmallest ? '' : `${figure(sizes[0] ?? 0)} stories: ${figure(smallest)} ms`,
			ratio: isSmallest ? '' : ratio(p50, smallest),
			target: isSmallest ? '' : `< ${RATIO_MAX}×`,
			met: isSmallest ? null : p50 / smallest < RATIO_MAX,
		})
	}
	process.env.DATA_DIR = dataDir
	return results
}
