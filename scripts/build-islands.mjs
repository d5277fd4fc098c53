// Bundles the scripts of reader pages, one for each language, into files with a content hash in their names.
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
	thread: 'thread',
	passkeys: 'passkeys',
	reading: 'reading-pages',
	offline: 'offline',
	serviceWorker: 'service-worker',
}

/** Languages of the interface: folders of `lib/messages`. */
const LANGUAGES = readdirSync(join(ROOT, 'lib/messages'), { withFileTypes: true })
	.filter((entry) => entry.isDirectory())
	.map(({ name }) => name)

/** Reads the messages that the scripts import in another language. */
const inLanguage = (language) => ({
	name: 'language',
	setup(build) {
		build.onResolve({ filter: /^@\/lib\/messages\/en\// }, ({ path }) => ({
			path: join(ROOT, `${path.slice(2).replace('/en/', `/${language}/`)}.ts`),
		}))
	},
})

/**
 * Builds a bundle in memory, with its messages in one language.
 *
 * @param {keyof typeof ENTRIES} script
 * @param {string} language
 * @returns {Promise<Uint8Array>} its bytes
 */
export async function bundleIslands(script = 'reader', language = 'en') {
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
		plugins: [inLanguage(language)],
	})
	return outputFiles[0].contents
}

/** Writes the bundles and the manifest with their names, and removes older bundles. */
async function writeIslands() {
	mkdirSync(FOLDER, { recursive: true })
	const manifest = {}
	for (const script of Object.keys(ENTRIES)) {
		manifest[script] = {}
		for (const language of LANGUAGES) {
			const bundle = await bundleIslands(script, language)
			const hash = createHash('sha256').update(bundle).digest('hex').slice(0, HASH_LENGTH)
			manifest[script][language] = `/islands/${script}-${hash}.js`
			writeFileSync(join(ROOT, 'public', manifest[script][language]), bundle)
		}
	}
	const names = new Set(Object.values(manifest).flatMap(Object.values))
	for (const old of readdirSync(FOLDER)) if (!names.has(`/islands/${old}`)) rmSync(join(FOLDER, old))
	writeFileSync(join(FOLDER, 'manifest.json'), `${JSON.stringify(manifest)}\n`)
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await writeIslands()
