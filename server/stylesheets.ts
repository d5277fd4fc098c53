import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

/**
 * Replaces the style sheets of a page by the bundle that `scripts/bundle-stylesheets.mjs` made of them, to save
 * requests; sheets without a bundle are linked one by one.
 */
export function builtStylesheets(buildDir: string): (paths: string[]) => string[] {
	const manifest = join(buildDir, 'stylesheets.json')
	const found: Record<string, string> = existsSync(manifest) ? JSON.parse(readFileSync(manifest, 'utf8')) : {}
	const bundles = new Map(Object.entries(found))
	return (paths) => {
		const bundle = bundles.get(paths.map((path) => path.split('?', 1)[0]).join(' '))
		return bundle ? [bundle] : paths
	}
}
