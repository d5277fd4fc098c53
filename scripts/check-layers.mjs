// Checks the imports between layers, the length of files and a few other rules of ARCHITECTURE.md.
import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join, normalize } from 'node:path'

const MAY_IMPORT = {
	app: ['app', 'components', 'domain', 'lib', 'server (types)'],
	components: ['components', 'lib', 'domain (types)'],
	'components/islands': ['components/islands', 'lib'],
	domain: ['domain', 'db', 'lib'],
	db: ['db', 'lib'],
	demo: ['db', 'demo', 'domain', 'lib'],
	server: ['server', 'lib'],
	'server/main': ['server/main', 'server', 'app', 'demo', 'domain', 'db', 'lib'],
	lib: ['lib'],
	cli: ['cli', 'domain', 'db', 'demo', 'lib'],
	scripts: ['scripts', 'e2e', 'cli', 'app', 'server', 'domain', 'db', 'demo', 'lib'],
	e2e: ['e2e', 'server/main', 'cli', 'scripts', 'app', 'server', 'domain', 'db', 'demo', 'lib'],
}
/** Subfolders with their own rules. */
const INNER = Object.keys(MAY_IMPORT).filter((folder) => folder.includes('/'))
/** Domain modules that components may import at run time: pure functions, safe in a browser. */
const PURE = ['document', 'markdown', 'checked-text', 'validate', 'urls', 'story-checks'].map(
	(name) => `domain/body/${name}`,
)
/** Entry points of the server, which may import all layers. */
const ENTRY_POINT = /^server\/(main|write-worker-main|prepare-data|warm-up)(\.|$)/
/** SQL, imports and methods that exist for SQLite only; they belong to `db/sqlite`. `min(…)` of two values is one. */
const SQLITE_ONLY = [
	[/\bjson_(each|extract|tree|array|object|valid|group_\w+)\b/, 'JSON functions of SQLite'],
	[/\b(rowid|strftime|unixepoch|julianday|begin immediate)\b|\bmin\(\$\{/, 'SQL functions of SQLite'],
	[/\bpragma(_| \w|\()|\bsqlite_(master|schema)\b/i, 'pragmas and the schema table'],
	[
		/(from|import\(|require\()\s*['"](drizzle-orm\/(sqlite-core|better-sqlite3)|better-sqlite3)|\$client\b/,
		'the driver of SQLite',
	],
	[
		/\.(all|get|run)\(\)|\b(readDb\(\)|writeDb\(\)|tx|on)\s*\.(all|get|run|values)\b/,
		'synchronous queries of Drizzle',
	],
]
/** Modules of `db` that other folders may import; the rest belongs to one dialect. */
const PORT = ['db', 'db/schema']
const LINES_MAX = 250
const LONG_BY_NATURE = /(^|\/)(schema|seed|stories)[^/]*$/

const problems = []
for (const path of Object.keys(MAY_IMPORT)
	.filter((folder) => !folder.includes('/'))
	.flatMap(sources))
	check(path)
for (const problem of problems) console.error(problem)
process.exit(problems.length > 0 ? 1 : 0)

function check(path) {
	const text = readFileSync(path, 'utf8')
	const lines = text.split('\n').length - 1
	if (lines > LINES_MAX && !LONG_BY_NATURE.test(path))
		problems.push(`${path}: ${lines} lines; split it (${LINES_MAX} at most)`)
	if (path.startsWith('app/(reader)') && /^['"]use client/m.test(text))
		problems.push(`${path}: reader pages may not contain client components`)
	if (/process\.env/.test(text) && !ownsEnvironment(path))
		problems.push(`${path}: read settings in lib/env.ts, not from process.env`)
	if (path.endsWith('.tsx') && /dangerouslySetInnerHTML=/.test(text) && !path.endsWith('json-ld.tsx'))
		problems.push(`${path}: dangerouslySetInnerHTML is not allowed`)
	if (needsPortability(path))
		for (const [pattern, found] of SQLITE_ONLY)
			if (pattern.test(text)) problems.push(`${path}: move ${found} to db/sqlite`)
	if (needsPortability(path) && /\b(not)?i?like\(/i.test(text))
		problems.push(`${path}: compare foldText instead of like, which folds ASCII letters only`)
	for (const [statement, target] of importsOf(path, text)) checkImport(path, statement, target)
}

function checkImport(path, statement, target) {
	const allowed = MAY_IMPORT[layerOf(path)]
	if (/\.(test|fixture)\.tsx?$/.test(path)) return
	const layer = layerOf(target)
	if (layer === 'db' && layerOf(path) !== 'db' && !PORT.includes(target) && needsPortability(path))
		problems.push(`${path}: import the database from @/db, not ${target}`)
	if (!(layer in MAY_IMPORT) || allowed.includes(layer)) return
	const typesOnly = /^import type\b/.test(statement) || PURE.includes(target.replace(/\.tsx?$/, ''))
	if (allowed.includes(`${layer} (types)`) && typesOnly) return
	problems.push(`${path}: ${layerOf(path)} may not import ${target}`)
}

function* importsOf(path, text) {
	for (const [statement, specifier] of text.matchAll(
		/^(?:import|export)\b[^'"]*?from\s+['"]([^'"]+)['"]/gms,
	)) {
		if (specifier.startsWith('@/')) yield [statement, specifier.slice(2)]
		else if (specifier.startsWith('.')) {
			const target = normalize(join(dirname(path), specifier))
			if (layerOf(target) !== layerOf(path) && !path.endsWith('.mjs'))
				problems.push(`${path}: use @/ across folders, not ${specifier}`)
			yield [statement, target]
		}
	}
}

function layerOf(path) {
	if (ENTRY_POINT.test(path)) return 'server/main'
	const inner = INNER.find((folder) => path.startsWith(`${folder}/`))
	return inner ?? path.split('/')[0]
}

/** Tests, scripts and components are exempt: the first two inspect the database file, the last has no database. */
function needsPortability(path) {
	const layer = path.split('/')[0]
	if (/^db\/(sqlite|postgres)\//.test(path) || /\.(test|fixture)\.tsx?$/.test(path)) return false
	return !['components', 'scripts', 'e2e'].includes(layer)
}

function ownsEnvironment(path) {
	return (
		path === 'lib/env.ts' ||
		/^db\/(.*\/)?testing\.ts$/.test(path) ||
		/\.test\.tsx?$/.test(path) ||
		path.startsWith('scripts/') ||
		path.startsWith('demo/') ||
		path === 'server/main.ts' ||
		path.startsWith('e2e/')
	)
}

function sources(folder) {
	return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
		const path = join(folder, entry.name)
		if (entry.isDirectory()) return entry.name === 'node_modules' ? [] : sources(path)
		return /\.(tsx?|mjs)$/.test(entry.name) ? [path] : []
	})
}
