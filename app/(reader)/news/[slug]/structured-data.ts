import { newsMediaOrganization } from '@/app/(reader)/organisation-data'
import { shareImage } from '@/app/(reader)/page-metadata'
import type { ArticleView } from '@/domain/articles/views'
import type { CorrectionView } from '@/domain/corrections'
import type { Organisation } from '@/domain/organisation'
import { correctionId } from '@/lib/corrections'
import { env } from '@/lib/env'

/** schema.org NewsArticle of a story, for JSON-LD. */
export function newsArticle(
	article: ArticleView,
	organisation: Organisation,
	corrections: CorrectionView[] = [],
) {
	const { headline, standfirst, publishedAt, updatedAt, section, tags, hero, bylines, sources } = article
	const url = `${env.siteUrl}/news/${article.slug}`
	return {
		'@context': 'https://schema.org',
		'@type': 'NewsArticle',
		mainEntityOfPage: url,
		url,
		headline,
		description: standfirst ?? undefined,
		datePublished: publishedAt.toISOString(),
		dateModified: (updatedAt ?? publishedAt).toISOString(),
		inLanguage: organisation.language,
		articleSection: section?.name,
		keywords: tags.length > 0 ? tags.map((tag) => tag.name) : undefined,
		wordCount: article.readTime.words,
		author: bylines.length > 0 ? bylines.map(authorOf) : undefined,
		publisher: newsMediaOrganization(organisation),
		image: hero ? [imageOf(hero)] : undefined,
		citation: sources.length > 0 ? sources.map(citationOf) : undefined,
		correction: corrections.length > 0 ? corrections.map((each) => correctionComment(url, each)) : undefined,
	}
}

const correctionComment = (url: string, { id, text, at }: CorrectionView) => ({
	'@type': 'CorrectionComment',
	url: `${url}#${correctionId(id)}`,
	text,
	datePublished: at.toISOString(),
})

const authorOf = ({ kind, name, slug, profiles }: ArticleView['bylines'][number]) => ({
	'@type': kind === 'person' ? 'Person' : 'Organization',
	name,
	url: `${env.siteUrl}/people/${slug}`,
	sameAs: profiles.length > 0 ? profiles.map((profile) => profile.url) : undefined,
})

function imageOf(hero: NonNullable<ArticleView['hero']>) {
	const { url, width, height } = shareImage(hero)
	const { caption, credit, creator } = hero
	return {
		'@type': 'ImageObject',
		url,
		width,
		height,
		caption: caption || undefined,
		creditText: credit || undefined,
		creator: creator ? { '@type': 'Person', name: creator } : undefined,
	}
}

const citationOf = ({ name, url }: ArticleView['sources'][number]) => ({
	'@type': 'CreativeWork',
	name,
	url: url ?? undefined,
})
