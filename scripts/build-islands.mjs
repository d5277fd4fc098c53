// Bundles the scripts of reader pages into files with a content hash in their names.
import { createHash } from 'node:crypto'
import { mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { build } from 'esbuild'

const ROOT = dirname(dirname(fileURLToPath(import.meta.url)))
const FOLDER = join(ROOT, 'public/islands')
const HASH_LENGTH = 10

/** The script of all reader pages, those of some pages, and the service worker. */
const ENTRIES = {
	reader: 'main',
	passkeys: 'passkeys',
	reading: 'reading-pages',
	offline: 'offline',
	serviceWorker: 'service-worker',
}

/**
 * Builds a bundle in memory.
 *
 * @param {keyof typeof ENTRIES} script
 * @returns {Promise<Uint8Array>} its bytes
 */
export async function bundleIslands(script = 'reader') {
	const { outputFiles } = await build({
		absWorkingDir: ROOT,
		entryPoints: [`components/islands/${ENTRIES[script]}.ts`],
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

/** Writes the bundles and the manifest with their names, and removes older bundles. */
async function writeIslands() {
	mkdirSync(FOLDER, { recursive: true })
	const manifest = {}
	for (const script of Object.keys(ENTRIES)) {
		const bundle = await bundleIslands(script)
		const hash = createHash('sha256').update(bundle).digest('hex').slice(0, HASH_LENGTH)
		manifest[script] = `/islands/${script}-${hash}.js`
		writeFileSync(join(ROOT, 'public', manifest[script]), bundle)
	}
	const names = new Set(Object.values(manifest))
	for (const old of readdirSync(FOLDER)) if (!names.has(`/islands/${old}`)) rmSync(join(FOLDER, old))
	writeFileSync(join(FOLDER, 'manifest.json'), `${JSON.stringify(manifest)}\n`)
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await writeIslands()
