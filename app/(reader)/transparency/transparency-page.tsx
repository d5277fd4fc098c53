import type { Metadata } from 'next'
import { endWithOverride } from '@/app/_http/page-errors'
import { NO_PERIOD } from '@/app/(reader)/overrides'
import { pageMetadata } from '@/app/(reader)/page-metadata'
import { ReaderPage } from '@/app/(reader)/reader-page'
import { monthName, Transparency } from '@/components/notices/transparency'
import { siteMessages, siteSettings } from '@/domain/settings'
import { loadMonth } from './load-month'

const pathOf = (name: string | null) => `/transparency${name === null ? '' : `/${name}`}`

/** Metadata of a month's page; without a name of the present month, at the address of all. */
export async function transparencyMetadata(name: string | null): Promise<Metadata> {
	const found = await loadMonth(name)
	if (!found) return {}
	const { siteName, language } = await siteSettings()
	const { transparency: words } = await siteMessages()
	return pageMetadata({
		title: name === null ? words.title : words.titleOf(monthName(found.month, language)),
		description: words.description(siteName),
		path: pathOf(name),
	})
}

export async function TransparencyPage({ name }: { name: string | null }) {
	const found = await loadMonth(name)
	if (!found) return endWithOverride(NO_PERIOD)
	const { language } = await siteSettings()
	return (
		<ReaderPage path={pathOf(name)}>
			<Transparency {...found} language={language} />
		</ReaderPage>
	)
}
