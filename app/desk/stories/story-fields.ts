import { chosenPhoto } from '@/app/desk/chosen-photo'
import type { FormInput } from '@/app/desk/desk-action'
import type { StoryFields } from '@/domain/articles/fields'
import type { Source } from '@/domain/articles/views'
import { bodyOfCheckedText } from '@/domain/body/checked-text'
import type { BodyDocument } from '@/domain/body/document'
import { BODY_BYTES_MAX, parseBody } from '@/domain/body/validate'
import type { FormValues } from '@/lib/form-values'
import { oneLine } from '@/lib/printed-text'
import { Refusal } from '@/lib/refusal'

/** Maximum length of the editor's JSON, which is more verbose than the stored body. */
const JSON_LENGTH_MAX = 4 * BODY_BYTES_MAX
/** Maximum length of a list field, in UTF-16 units; `normalizeFields` limits the number of its items. */
const LIST_LENGTH_MAX = 20_000

/** Form values of the story fields. */
export function valuesOfStory(fields: StoryFields, slug = ''): FormValues {
	return {
		headline: [fields.headline],
		kicker: [fields.kicker],
		standfirst: [fields.standfirst],
		section: [fields.section],
		bylines: fields.bylines,
		tags: [fields.tags.join(', ')],
		heroPhotoId: [String(fields.heroPhotoId ?? '')],
		heroCaption: [fields.heroCaption],
		sources: [fields.sources.map(sourceLine).join('\n')],
		note: [fields.note],
		slug: [slug],
	}
}

/** Parses the submitted story form. @throws Refusal `invalid` for an unreadable body or an overlong field */
export function fieldsOfPost({ text, list, number }: FormInput): StoryFields {
	return {
		headline: text('headline'),
		kicker: text('kicker'),
		standfirst: text('standfirst'),
		section: text('section'),
		bylines: list('bylines'),
		tags: listText(text('tags'), 'tags').split(','),
		heroPhotoId: chosenPhoto({ text, number }, 'heroPhotoNumber', 'heroPhotoId'),
		heroCaption: text('heroCaption'),
		sources: listText(text('sources'), 'sources').split('\n').map(sourceOf),
		note: text('note'),
		body: bodyOfPost(text('bodyJson'), text('bodyText')),
	}
}

/** Checks the length before parsing, since parsing takes many times the memory of the text. */
export function bodyOfPost(json: string, text: string): BodyDocument {
	if (json.length > JSON_LENGTH_MAX)
		throw new Refusal('invalid', 'The text is too long for one story. Please divide it.', 'body')
	return json ? parseBody(json) : bodyOfCheckedText(text)
}

function listText(text: string, field: string): string {
	if (text.length > LIST_LENGTH_MAX) throw new Refusal('invalid', `Please shorten the ${field}.`, field)
	return text
}

export const sourceLine = ({ name, url }: Source): string => (url ? `${name} | ${url}` : name)

function sourceOf(line: string): Source {
	const [name = '', ...rest] = line.split('|')
	if (rest.length === 0 && /^https?:/i.test(name.trim())) return { name: '', url: name.trim() }
	return { name: oneLine(name), url: rest.join('|').trim() || null }
}
