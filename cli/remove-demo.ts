import { parseArgs } from 'node:util'
import { isServerRunning, migrate, readDb } from '@/db'
import { recordOlderDemo } from '@/demo/record'
import { type DemoCounts, type DemoItem, planOf } from '@/domain/demo/plan'
import { removeDemoRows } from '@/domain/demo/remove'
import { hasDemo } from '@/domain/demo/rows'
import { ANONYMOUS } from '@/domain/permissions'
import { deleteErasedFiles } from '@/domain/photos/erase'

/** Tells what the removal of the demo edition deletes and keeps; with `--yes` removes it. */
export async function removeDemo(args: string[]): Promise<void> {
	const { yes } = parseArgs({ args, options: { yes: { type: 'boolean', default: false } } }).values
	await migrate()
	await recordOlderDemo()
	if (!(await hasDemo())) return console.log('There is no demo edition in this database.')
	if (!yes) return tell()
	const { removed, kept } = await removeDemoRows(ANONYMOUS)
	// A running server deletes the files within the hour, so that an upload of the same file does not lose them.
	if (!(await isServerRunning())) await deleteErasedFiles()
	console.log(`Removed: ${countWords(removed)}.`)
	if (kept.length > 0) console.log(`Kept, because the newsroom uses or changed them: ${kept.join('; ')}.`)
}

async function tell(): Promise<void> {
	const { leaving, changed, used, readerComments, readerVotes } = await planOf(readDb())
	const names = (items: DemoItem[]) => items.map(({ name }) => `  ${name}`).join('\n')
	console.log(`This leaves: ${countWords(leaving)}.`)
	if (readerComments + readerVotes > 0)
		console.log(`With it: ${readerComments} comments and ${readerVotes} votes of readers.`)
	if (changed.length > 0) console.log(`This stays, because the newsroom changed it:\n${names(changed)}`)
	if (used.length > 0) console.log(`This stays, because the newsroom uses it:\n${names(used)}`)
	console.log('Nothing is removed yet: npm run square -- remove-demo --yes')
}

const countWords = ({ stories, photographs, people, sections, ads }: DemoCounts): string =>
	`${stories} stories, ${photographs} photographs, ${people} people, ${sections} sections, ${ads} advertisements`
