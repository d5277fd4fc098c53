// Bundles the islands of reader pages into one file with a content hash in its name.
import { createHash } from 'node:crypto'
import { mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { build } from 'esbuild'

const ROOT = dirname(dirname(fileURLToPath(import.meta.url)))
const FOLDER = join(ROOT, 'public/islands')
const HASH_LENGTH = 10

/** Builds the bundle in memory. @returns {Promise<Uint8Array>} its bytes */
export async function bundleIslands() {
	const { outputFiles } = await build({
		absWorkingDir: ROOT,
		entryPoints: ['components/islands/main.ts'],
		bundle: true,
		minify: true,
		format: 'esm',
		// Browsers since 2020; in older ones the plain forms work without scripts.
		target: 'es2020',
		platform: 'browser',
		legalComments: 'none',
		charset: 'utf8',
		write: false,
	})
	return outputFiles[0].contents
}

/** Writes the bundle and the manifest with its name, and removes older bundles. */
async function writeIslands() {
	const bundle = await bundleIslands()
	const name = `reader-${createHash('sha256').update(bundle).digest('hex').slice(0, HASH_LENGTH)}.js`
	mkdirSync(FOLDER, { recursive: true })
	for (const old of readdirSync(FOLDER)) if (old !== name) rmSync(join(FOLDER, old))
	writeFileSync(join(FOLDER, name), bundle)
	writeFileSync(join(FOLDER, 'manifest.json'), `${JSON.stringify({ reader: `/islands/${name}` })}\n`)
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await writeIslands()
