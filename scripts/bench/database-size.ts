import { join } from 'node:path'
import { type BenchConfig, seedData, startBenchServer } from './config'
import { figure, quantile, type Result, ratio } from './format'
import { renderTimes } from './render'

/** Pages made at every size; the smallest house has no more to give. */
const PAGES = 40

/** The same work in houses of different sizes: what a page costs must not depend on how much was written. */
export async function databaseSize({ sizes, port, dataDir }: BenchConfig): Promise<Result[]> {
	const lines: Result[] = []
	let smallest = Number.NaN
	for (const stories of sizes) {
		const folder = join(dataDir, `of-${stories}`)
		await seedData(folder, stories)
		const server = await startBenchServer({ port: port + 3, dataDir: folder })
		const took = await renderTimes(server.url, Math.max(1, Math.floor(stories / 2) - PAGES), PAGES)
		const memory = server.memoryMb()
		await server.close()
		const middle = quantile(took)
		if (Number.isNaN(smallest)) smallest = middle
		lines.push({
			work: `house of ${figure(stories)} stories: article nobody has asked for, p50`,
			result: `${figure(middle)} ms, ${figure(memory)} MB resident, ${figure(server.startedInMs)} ms to open`,
			against: `house of ${figure(sizes[0] ?? 0)}`,
			ratio: ratio(middle, smallest),
			target: '< 1.2×',
		})
	}
	process.env.DATA_DIR = dataDir
	return lines
}
