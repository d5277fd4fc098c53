import { requireBrowser } from '../browser.mjs'
import { buildIfNeeded, installIfNeeded, requireNode, run } from '../ensure-built.mjs'

requireNode()
installIfNeeded()
buildIfNeeded()
run(process.execPath, ['--import', 'tsx', 'scripts/pictures/main.ts'], {
	env: { ...process.env, CHROMIUM: requireBrowser() },
})
