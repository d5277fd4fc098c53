// Joins the style sheets of each reader page into one file of the build, to save requests.
import { createHash } from 'node:crypto'
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join, resolve } from 'node:path'

const BUILT = '.next'
const PAGES = join(BUILT, 'server/app/(reader)')
const FOLDER = 'static/styles'
/** Next's list of the style sheets of a page: a script that adds one entry to the global `__RSC_MANIFEST`. */
const MANIFEST = 'page_client-reference-manifest.js'

const require = createRequire(import.meta.url)

/** URLs of a page's style sheets in the order of its links: layouts first, each sheet once. */
function stylesheetsOf(manifest) {
	globalThis.__RSC_MANIFEST = {}
	require(resolve(manifest))
	const [{ entryCSSFiles }] = Object.values(globalThis.__RSC_MANIFEST)
	const paths = new Set(Object.values(entryCSSFiles).flatMap((files) => files.map(({ path }) => path)))
	if (paths.size === 0) throw new Error(`${manifest} names no style sheet.`)
	return [...paths]
}

const manifests = readdirSync(PAGES, { recursive: true }).filter((name) => name.endsWith(MANIFEST))
if (manifests.length === 0) throw new Error(`No page in ${PAGES} has a ${MANIFEST}.`)
rmSync(join(BUILT, FOLDER), { recursive: true, force: true })
mkdirSync(join(BUILT, FOLDER))
const bundles = {}
for (const name of manifests) {
	const paths = stylesheetsOf(join(PAGES, name))
	const css = paths.map((path) => readFileSync(join(BUILT, path), 'utf8')).join('\n')
	const file = `${createHash('sha256').update(css).digest('base64url').slice(0, 16)}.css`
	writeFileSync(join(BUILT, FOLDER, file), css)
	bundles[paths.map((path) => `/_next/${path}`).join(' ')] = `/_next/${FOLDER}/${file}`
}
writeFileSync(join(BUILT, 'stylesheets.json'), `${JSON.stringify(bundles, null, '\t')}\n`)
