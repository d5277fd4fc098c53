import { shareImage, thumbImage } from '@/app/(reader)/page-metadata'
import { authorNode, breadcrumbs, graph, nodeId, reference } from '@/app/(reader)/structured-data'
import type { ArticleView } from '@/domain/articles/views'
import type { CorrectionView } from '@/domain/corrections'
import type { Organisation } from '@/domain/organisation'
import { correctionId } from '@/lib/corrections'
import { creditLine } from '@/lib/photo-paths'
import { absoluteUrl } from '@/lib/site-url'

/** The JSON-LD of a story's page. */
export function articleGraph(
	article: ArticleView,
	organisation: Organisation,
	corrections: CorrectionView[] = [],
) {
	const { headline, slug, section } = article
	const here = { name: headline, path: `/news/${slug}` }
	const way = section ? [{ name: section.name, path: `/sections/${section.slug}` }, here] : [here]
	return graph(organisation, newsArticle(article, corrections), breadcrumbs(organisation, ...way))
}

/** schema.org NewsArticle of a story. Its comments are in the data of the thread (`thread-data.ts`). */
function newsArticle(article: ArticleView, corrections: CorrectionView[]) {
	const { headline, standfirst, publishedAt, section, tags, hero, bylines, sources, translations } = article
	const url = absoluteUrl(`/news/${article.slug}`)
	const addresses = sources.flatMap((source) => source.url ?? [])
	return {
		'@type': 'NewsArticle',
		'@id': nodeId.article(article.slug),
		mainEntityOfPage: { '@type': 'WebPage', '@id': url },
		url,
		headline,
		alternativeHeadline: article.kicker ?? undefined,
		description: standfirst ?? undefined,
		datePublished: publishedAt.toISOString(),
		dateModified: lastChange(article, corrections)?.toISOString(),
		inLanguage: article.language,
		workTranslation: translations.length > 0 ? translations.map(translationOf) : undefined,
		articleSection: section?.name,
		keywords: tags.length > 0 ? tags.map((tag) => tag.name) : undefined,
		wordCount: article.readTime.words,
		author: bylines.length > 0 ? bylines.map(authorNode) : reference(nodeId.organisation()),
		publisher: reference(nodeId.organisation()),
		image: hero ? imagesOf(hero) : undefined,
		citation: sources.length > 0 ? sources.map(citationOf) : undefined,
		isBasedOn: addresses.length > 0 ? addresses : undefined,
		correction: corrections.length > 0 ? corrections.map((each) => correctionComment(url, each)) : undefined,
	}
}

const translationOf = ({ slug, headline, language }: ArticleView['translations'][number]) => ({
	'@type': 'NewsArticle',
	'@id': nodeId.article(slug),
	url: absoluteUrl(`/news/${slug}`),
	headline,
	inLanguage: language,
})

/** The last change that readers are told of; undefined without one. Minor changes keep it. */
function lastChange({ updatedAt }: ArticleView, corrections: CorrectionView[]): Date | undefined {
	const changes = [updatedAt, corrections.at(-1)?.at].filter((at) => at != null)
	return changes.length > 0 ? new Date(Math.max(...changes.map(Number))) : undefined
}

const correctionComment = (url: string, { id, text, at }: CorrectionView) => ({
	'@type': 'CorrectionComment',
	url: `${url}#${correctionId(id)}`,
	text,
	datePublished: at.toISOString(),
})

/** The lead picture in the ratios of its files: whole, and cropped around its focal point. */
function imagesOf(hero: NonNullable<ArticleView['hero']>) {
	const { caption, credit, creator } = hero
	const thumb = thumbImage(hero)
	return [shareImage(hero), ...(thumb ? [thumb] : [])].map(({ url, width, height }) => ({
		'@type': 'ImageObject',
		url,
		width,
		height,
		caption: caption || undefined,
		creditText: credit || undefined,
		copyrightNotice: creditLine(credit) || undefined,
		creator: creator ? { '@type': 'Person', name: creator } : undefined,
	}))
}

const citationOf = ({ name, url }: ArticleView['sources'][number]) => ({
	'@type': 'CreativeWork',
	name,
	url: url ?? undefined,
})
