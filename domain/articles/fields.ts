import { isDeepStrictEqual } from 'node:util'
import { isVisible, oneLine } from '@/lib/printed-text'
import { isRefusal, Refusal } from '@/lib/refusal'
import { canonicalHttpUrl } from '@/lib/urls'
import type { BodyDocument } from '../body/document'
import { parseBody } from '../body/validate'
import type { Source } from './views'

/** The fields of the story form. An empty text is absent; section and bylines are slugs; tags are names. */
export type StoryFields = {
	headline: string
	kicker: string
	standfirst: string
	section: string
	tags: string[]
	bylines: string[]
	heroPhotoId: number | null
	heroCaption: string
	sources: Source[]
	body: BodyDocument
	note: string
}

export const HEADLINE_LENGTH_MAX = 200
/** Limits in characters, by the space on the front page, in lists and on share cards. */
const LENGTH_MAX = { headline: HEADLINE_LENGTH_MAX, kicker: 60, standfirst: 500, heroCaption: 600, note: 500 }
const TAGS_MAX = 12
export const TAG_LENGTH_MAX = 40
const SOURCES_MAX = 20
const SOURCE_LENGTH_MAX = 120
const BYLINES_MAX = 10

export const EMPTY_STORY: StoryFields = {
	headline: '',
	kicker: '',
	standfirst: '',
	section: '',
	tags: [],
	bylines: [],
	heroPhotoId: null,
	heroCaption: '',
	sources: [],
	body: { version: 1, content: [] },
	note: '',
}

/** Whether saving `sent`, already normalized, would change nothing of `kept`. */
export const sameStory = (kept: StoryFields, sent: StoryFields): boolean =>
	isDeepStrictEqual({ ...kept, body: storedBody(kept.body) }, sent)

/** Null for a body stored under wider limits: no body that may be sent equals it, so a shorter one is saved. */
function storedBody(body: BodyDocument): BodyDocument | null {
	try {
		return parseBody(body)
	} catch (error) {
		if (isRefusal(error)) return null
		throw error
	}
}

/** Normalizes the fields: texts on one line, lists without duplicates. @throws Refusal naming the field */
export function normalizeFields(input: StoryFields): StoryFields {
	const fields = { ...input, body: parseBody(input.body) }
	for (const [name, max] of Object.entries(LENGTH_MAX) as [keyof typeof LENGTH_MAX, number][]) {
		fields[name] = oneLine(fields[name])
		if (fields[name].length > max)
			throw new Refusal('invalid', `Please keep the ${name} under ${max} characters.`, name)
	}
	if (!isVisible(fields.headline))
		throw new Refusal('invalid', 'A story needs a headline, even a working one.', 'headline')
	const { heroPhotoId } = fields
	if (heroPhotoId !== null && !(Number.isSafeInteger(heroPhotoId) && heroPhotoId > 0))
		throw noPhoto(heroPhotoId, 'heroPhotoId')
	return { ...fields, ...checkLists(input) }
}

export const noPhoto = (id: number, field: string): Refusal =>
	new Refusal('invalid', `There is no photograph number ${id}. Please choose one from the list.`, field)

function checkLists({
	tags,
	bylines,
	sources,
}: StoryFields): Pick<StoryFields, 'tags' | 'bylines' | 'sources'> {
	const kept = distinctTags(tags.map(oneLine).filter((tag) => isVisible(tag)))
	if (kept.length > TAGS_MAX)
		throw new Refusal('invalid', `Please use no more than ${TAGS_MAX} tags.`, 'tags')
	if (kept.some((tag) => tag.length > TAG_LENGTH_MAX))
		throw new Refusal('invalid', `Please keep each tag under ${TAG_LENGTH_MAX} characters.`, 'tags')
	if (bylines.length > BYLINES_MAX)
		throw new Refusal('invalid', `Please name no more than ${BYLINES_MAX} authors.`, 'bylines')
	return { tags: kept, bylines: [...new Set(bylines)], sources: checkSources(sources) }
}

/** Tags are equal ignoring case only: `C++` is not `C#`, and `Été` is not `Ete`. */
export const sameTag = (one: string, other: string): boolean => tagKey(one) === tagKey(other)

const tagKey = (name: string): string => oneLine(name.replace(/\s/g, ' ')).toLowerCase()

/** Each tag once, in its first spelling. */
function distinctTags(names: string[]): string[] {
	const distinct = new Map<string, string>()
	for (const name of names) if (!distinct.has(tagKey(name))) distinct.set(tagKey(name), name)
	return [...distinct.values()]
}

function checkSources(input: Source[]): Source[] {
	const sources = input
		.map(({ name, url }) => ({ name: oneLine(name), url: url?.trim() || null }))
		.filter(({ name, url }) => name || url)
	if (sources.length > SOURCES_MAX)
		throw new Refusal('invalid', `Please name no more than ${SOURCES_MAX} sources.`, 'sources')
	return sources.map(checkSource)
}

function checkSource({ name, url: typed }: Source): Source {
	const url = typed && canonicalHttpUrl(typed)
	if (typed && !url)
		throw new Refusal('invalid', `“${typed}” is not a web address that begins with https://`, 'sources')
	if (!name) throw new Refusal('invalid', `Please name the source behind ${url}.`, 'sources')
	if (name.length > SOURCE_LENGTH_MAX)
		throw new Refusal('invalid', `Please keep each source under ${SOURCE_LENGTH_MAX} characters.`, 'sources')
	return { name, url }
}
