import type { Byline } from '@/domain/articles/views'
import { inlineWords } from '@/domain/body/plain-text'
import type { Organisation } from '@/domain/organisation'
import { env } from '@/lib/env'
import { absoluteUrl } from '@/lib/site-url'
import { newsMediaOrganization } from './organisation-data'
import { shareImage } from './page-metadata'

/*
 * schema.org data of reader pages, for JSON-LD. A page has one graph, whose nodes name each other by `@id`: an address
 * on this site with a fragment for what the page describes.
 */

/** Ids of nodes that pages refer to. */
export const nodeId = {
	organisation: (): string => `${env.siteUrl}/#organisation`,
	site: (): string => `${env.siteUrl}/#website`,
	article: (slug: string): string => absoluteUrl(`/news/${slug}#article`),
	person: (slug: string): string => absoluteUrl(`/people/${slug}#person`),
}

export const reference = (id: string) => ({ '@id': id })

type Node = Record<string, unknown>

const graphOf = (...nodes: Node[]) => ({ '@context': 'https://schema.org', '@graph': nodes })

/** The JSON-LD of a page: its own nodes with the publisher. */
export const graph = (organisation: Organisation, ...nodes: Node[]) =>
	graphOf(newsMediaOrganization(organisation), ...nodes)

/** The JSON-LD of the front page, where search engines look for the site and its own search. */
export const frontPageGraph = (organisation: Organisation) =>
	graphOf(newsMediaOrganization(organisation), {
		'@type': 'WebSite',
		'@id': nodeId.site(),
		url: `${env.siteUrl}/`,
		name: organisation.siteName,
		description: organisation.tagline || undefined,
		inLanguage: organisation.language,
		publisher: reference(nodeId.organisation()),
		potentialAction: {
			'@type': 'SearchAction',
			target: { '@type': 'EntryPoint', urlTemplate: `${env.siteUrl}/search?q={search_term_string}` },
			'query-input': 'required name=search_term_string',
		},
	})

/** A page on the way from the front page. */
export type Step = { name: string; path: string }

/** The way from the front page to a page, which is the last step. */
export const breadcrumbs = ({ siteName }: Organisation, ...steps: Step[]) => ({
	'@type': 'BreadcrumbList',
	'@id': `${absoluteUrl(steps.at(-1)?.path ?? '/')}#breadcrumbs`,
	itemListElement: [{ name: siteName, path: '/' }, ...steps].map(({ name, path }, index) => ({
		'@type': 'ListItem',
		position: index + 1,
		name,
		item: absoluteUrl(path),
	})),
})

/** A list of stories, such as a section. */
export const collectionPage = ({ name, path }: Step, description?: string | null) => ({
	'@type': 'CollectionPage',
	'@id': absoluteUrl(path),
	url: absoluteUrl(path),
	name,
	description: description || undefined,
})

/** A page of text, such as About. */
export const webPage = ({ name, path }: Step, changedAt: Date) => ({
	...collectionPage({ name, path }),
	'@type': 'WebPage',
	dateModified: changedAt.toISOString(),
	publisher: reference(nodeId.organisation()),
})

/** The page of an author. */
export const profilePage = (author: Byline & { beat: string | null }) => ({
	...collectionPage({ name: author.name, path: `/people/${author.slug}` }),
	'@type': 'ProfilePage',
	mainEntity: {
		...authorNode(author),
		description: inlineWords(author.bio) || undefined,
		image: author.picture ? shareImage(author.picture).url : undefined,
		knowsAbout: author.beat ?? undefined,
		// The newsroom does not vouch for a reader with a byline.
		worksFor: author.endorsed && author.kind === 'person' ? reference(nodeId.organisation()) : undefined,
	},
})

export const authorNode = ({ kind, name, slug, profiles }: Byline) => ({
	'@type': kind === 'person' ? 'Person' : 'Organization',
	'@id': nodeId.person(slug),
	name,
	url: absoluteUrl(`/people/${slug}`),
	sameAs: profiles.length > 0 ? profiles.map((profile) => profile.url) : undefined,
})
