import type { BodyDocument } from '@/domain/body/document'
import { toMarkdown } from '@/domain/body/markdown'
import type { FormValues } from '@/lib/form-values'
import { type DiffParagraph, paragraphDiff } from '@/lib/word-diff'
import { markdownIn } from '../story-values'

/** Unsaved text of a story form that is not open any more. */
export type UnsavedText = {
	token: string
	baseRevisionId: string
	values: FormValues
	/** Time of the last key kept, in ms since 1970, and in words. */
	at: number
	time: string
}

const LABELS: Record<string, string> = {
	kicker: 'kicker',
	headline: 'headline',
	standfirst: 'standfirst',
	section: 'section',
	bylines: 'authors',
	heroPhotoId: 'lead photograph',
	heroPhotoNumber: 'lead photograph',
	heroCaption: 'its caption',
	tags: 'tags',
	sources: 'sources',
	slug: 'address',
	note: 'note',
}

export type Differences = { labels: string[]; text: DiffParagraph[] }

/** The fields in which a kept text differs from the form's own values, and a comparison of its body. */
export function differences(
	kept: FormValues,
	{ values, body }: { values: FormValues; body: BodyDocument },
): Differences {
	const contentOf = (list: string[] = []) => list.join('\n').replace(/\r\n?/g, '\n').trim()
	const fields = Object.keys(LABELS).filter(
		(name) => kept[name] !== undefined && contentOf(kept[name]) !== contentOf(values[name]),
	)
	const [before, after] = [toMarkdown(body).trim(), markdownIn(kept).trim()]
	const labels = new Set(fields.map((name) => LABELS[name] ?? name))
	if (before !== after) labels.add('text')
	const lines = (text: string) => text.split('\n').filter((line) => line.trim() !== '')
	return { labels: [...labels], text: before === after ? [] : paragraphDiff(lines(before), lines(after)) }
}
