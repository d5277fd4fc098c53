import { eq, inArray } from 'drizzle-orm'
import { readDb } from '@/db'
import { people, sections } from '@/db/schema'
import { slugify } from '@/lib/slug'
import { photoIdsOf } from '../body/plain-text'
import type { Viewer } from '../permissions'
import { photoViews } from '../photos/views'
import { readTime } from '../read-time'
import { siteSettings } from '../settings'
import { findByline } from './bylines'
import type { StoryFields } from './fields'
import { countStoryWords } from './revisions'
import { previewStory } from './stories'
import type { ArticleView } from './views'

/** A story with unsaved fields in place of its saved ones, as its page would be. @throws Refusal */
export async function previewFields(
	viewer: Viewer,
	articleId: number,
	fields: StoryFields,
): Promise<ArticleView> {
	const saved = await previewStory(viewer, articleId)
	const { heroPhotoId, heroCaption, body } = fields
	const photos = await photoViews([...photoIdsOf(body), ...(heroPhotoId ? [heroPhotoId] : [])])
	const hero = heroPhotoId ? photos.get(heroPhotoId) : undefined
	const [section] = await readDb()
		.select({ slug: sections.slug, name: sections.name })
		.from(sections)
		.where(eq(sections.slug, fields.section))
	const { wordsPerMinute } = await siteSettings()
	return {
		...saved,
		headline: fields.headline,
		kicker: fields.kicker || null,
		standfirst: fields.standfirst || null,
		section: section ?? null,
		tags: fields.tags.map((name) => ({ name, slug: slugify(name) || 'tag' })),
		bylines: await bylinesNamed(fields.bylines),
		hero: hero ? { ...hero, caption: heroCaption || hero.caption } : null,
		body,
		photos: Object.fromEntries(photos),
		sources: fields.sources,
		readTime: readTime(await countStoryWords(fields), wordsPerMinute),
	}
}

async function bylinesNamed(slugs: string[]): Promise<ArticleView['bylines']> {
	if (slugs.length === 0) return []
	const found = await readDb().select().from(people).where(inArray(people.slug, slugs))
	const chosen = slugs.flatMap((slug) => found.filter((person) => person.slug === slug))
	return Promise.all(chosen.map(findByline))
}
