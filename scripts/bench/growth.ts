import { join } from 'node:path'
import { figure, type Line, quantile, ratio } from './figures'
import { renderTimes } from './render'
import { makeHouse, openBenchHouse, type Setting } from './setting'

/** Pages made at every size; the smallest house has no more to give. */
const PAGES = 40

/** The same work in houses of different sizes: what a page costs must not depend on how much was written. */
export async function growth({ sizes, port, dataDir }: Setting): Promise<Line[]> {
	const lines: Line[] = []
	let smallest = Number.NaN
	for (const stories of sizes) {
		const folder = join(dataDir, `of-${stories}`)
		await makeHouse(folder, stories)
		const house = await openBenchHouse({ port: port + 3, dataDir: folder })
		const took = await renderTimes(house.url, Math.max(1, Math.floor(stories / 2) - PAGES), PAGES)
		const memory = house.memoryMb()
		await house.close()
		const middle = quantile(took)
		if (Number.isNaN(smallest)) smallest = middle
		lines.push({
			work: `house of ${figure(stories)} stories: article nobody has asked for, p50`,
			result: `${figure(middle)} ms, ${figure(memory)} MB resident, ${figure(house.startedInMs)} ms to open`,
			against: `house of ${figure(sizes[0] ?? 0)}`,
			ratio: ratio(middle, smallest),
			target: '< 1.2×',
		})
	}
	process.env.DATA_DIR = dataDir
	return lines
}
