import type { Metadata } from 'next'
import { endWithOverride } from '@/app/_http/page-errors'
import { NO_STATIC_PAGE } from '@/app/(reader)/overrides'
import { pageMetadata } from '@/app/(reader)/page-metadata'
import { ReaderPage } from '@/app/(reader)/reader-page'
import { breadcrumbs, graph, webPage } from '@/app/(reader)/structured-data'
import { JsonLd } from '@/components/articles/json-ld'
import { StaticPage } from '@/components/pages/static-page'
import { findOrganisation } from '@/domain/organisation'
import { findPublishedPage } from '@/domain/pages/published'
import { siteSettings } from '@/domain/settings'
import { decodeSafely } from '@/lib/urls'

export const dynamic = 'force-dynamic'

type Props = { params: Promise<{ page: string }> }

const load = async ({ params }: Props) => findPublishedPage(decodeSafely((await params).page) ?? '')

export async function generateMetadata(props: Props): Promise<Metadata> {
	const page = await load(props)
	if (!page) return { robots: { index: false } }
	return pageMetadata({ title: page.title, path: `/${encodeURIComponent(page.slug)}` })
}

/** A static page of the newsroom, such as About or Privacy. */
export default async function StaticPageRoute(props: Props) {
	const page = (await load(props)) ?? endWithOverride(NO_STATIC_PAGE)
	const organisation = await findOrganisation()
	const here = { name: page.title, path: `/${page.slug}` }
	return (
		<ReaderPage path={`/${encodeURIComponent(page.slug)}`}>
			<JsonLd facts={graph(organisation, webPage(here, page.changedAt), breadcrumbs(organisation, here))} />
			<StaticPage page={page} locale={await siteSettings()} />
		</ReaderPage>
	)
}
