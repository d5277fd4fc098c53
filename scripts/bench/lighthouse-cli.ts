import { rmSync } from 'node:fs'
import { readConfig } from './config'
import { lighthouse } from './lighthouse'
import { formatTable } from './report'

const config = readConfig(process.argv.slice(2))
try {
	console.log(formatTable(await lighthouse(config)))
} finally {
	rmSync(config.dataDir, { recursive: true, force: true })
}
