import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import type { StoryFields } from '@/domain/articles/fields'
import { publishStory } from '@/domain/articles/publish'
import { saveStory, startStory } from '@/domain/articles/save'
import { changeSlug } from '@/domain/articles/slugs'
import { parseMarkdown } from '@/domain/body/markdown'
import { addCorrection } from '@/domain/corrections'
import type { StaffViewer } from '@/domain/permissions'
import { loadThread, type ThreadComment } from './threads'
import { castVotes } from './votes'

const FOLDER = join(process.cwd(), 'demo')
const UNIT_MS: Record<string, number> = { m: 60_000, h: 3_600_000, d: 86_400_000 }

export const storyFiles = (): string[] =>
	readdirSync(join(FOLDER, 'stories'))
		.filter((name) => name.endsWith('.md'))
		.sort()
		.map((name) => join(FOLDER, 'stories', name))

/** Writes and publishes a story from its file, with a correction, votes and comments; `photoIds` maps names to photo ids. */
export async function loadStory(
	editor: StaffViewer,
	path: string,
	photoIds: Map<string, number>,
): Promise<void> {
	const slug = basename(path, '.md')
	const { head, text } = parseFile(readFileSync(path, 'utf8'))
	const { first, corrected = '', correction } = head
	const asFirst = first ? text.replace(corrected, first) : text
	const { articleId, revisionId } = await startStory(editor, fieldsOf(head, asFirst, photoIds))
	await changeSlug(editor, articleId, slug)
	const at = new Date(Date.now() - ageOf(head.age ?? '1d'))
	await publishStory(editor, articleId, { revisionId, at })
	if (correction) {
		const saved = await saveStory(editor, articleId, revisionId, fieldsOf(head, text, photoIds))
		if (saved.kind === 'saved') await publishStory(editor, articleId, { revisionId: saved.revisionId })
		await addCorrection(editor, articleId, { kind: 'correction', placement: 'foot', text: correction })
	}
	await castVotes(articleId, numbers(head.moods), numbers(head.stars))
	const thread = join(FOLDER, 'threads', `${slug}.json`)
	if (existsSync(thread))
		await loadThread(editor, articleId, at, JSON.parse(readFileSync(thread, 'utf8')) as ThreadComment[])
}

function parseFile(file: string): { head: Record<string, string>; text: string } {
	const [, top = '', text = ''] = /^---\n(.*?)\n---\n(.*)$/s.exec(file) ?? []
	const head = top.split('\n').map((line) => {
		const colon = line.indexOf(':')
		return [line.slice(0, colon), line.slice(colon + 1).trim()]
	})
	return { head: Object.fromEntries(head), text }
}

function fieldsOf(head: Record<string, string>, text: string, photoIds: Map<string, number>): StoryFields {
	const list = (value = '') =>
		value
			.split(',')
			.map((each) => each.trim())
			.filter(Boolean)
	const numbered = text.replace(
		/\(photo:([a-z-]+)\)/g,
		(_, name: string) => `(photo:${photoIdOf(photoIds, name)})`,
	)
	return {
		headline: head.headline ?? '',
		kicker: head.kicker ?? '',
		standfirst: head.standfirst ?? '',
		section: head.section ?? '',
		tags: list(head.tags),
		bylines: list(head.bylines),
		heroPhotoId: head.hero ? photoIdOf(photoIds, head.hero) : null,
		heroCaption: head.heroCaption ?? '',
		sources: (head.sources ?? '').split(';').map((source) => {
			const [, name = '', url = null] = /^(.*?)\s*(?:<(.+)>)?$/.exec(source.trim()) ?? []
			return { name, url }
		}),
		body: parseMarkdown(numbered),
		note: '',
	}
}

function photoIdOf(photoIds: Map<string, number>, name: string): number {
	const id = photoIds.get(name)
	if (!id) throw new Error(`The demo edition has no photo named ${name}.`)
	return id
}

function ageOf(text: string): number {
	const [, amount = '1', unit = 'd'] = /^(\d+)([mhd])$/.exec(text) ?? []
	return Number(amount) * (UNIT_MS[unit] ?? 0)
}

const numbers = (text = ''): number[] => text.split(/\s+/).filter(Boolean).map(Number)
