// Runs the command line: its bundle, or its sources through tsx while the bundle is missing or older than they are.
import { isServerBuilt } from './ensure-built.mjs'

if (isServerBuilt()) {
	await import(new URL('../.next/square.mjs', import.meta.url).href)
} else {
	const { register } = await import('tsx/esm/api')
	register()
	await import('../cli/main.ts')
}
