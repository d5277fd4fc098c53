import { rmSync } from 'node:fs'
import { lighthouse } from './lighthouse'
import { printed } from './report'
import { readSetting } from './setting'

const setting = readSetting(process.argv.slice(2))
try {
	console.log(printed(await lighthouse(setting)))
} finally {
	rmSync(setting.dataDir, { recursive: true, force: true })
}
