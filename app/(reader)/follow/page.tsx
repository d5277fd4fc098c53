import type { Metadata } from 'next'
import { pageMetadata } from '@/app/(reader)/page-metadata'
import { ReaderPage } from '@/app/(reader)/reader-page'
import { Follow } from '@/components/follow/follow'
import { findFollowable } from '@/domain/feeds/follow'
import { siteMessages, siteSettings } from '@/domain/settings'

export const dynamic = 'force-dynamic'

const ADDRESS = '/follow'

export async function generateMetadata(): Promise<Metadata> {
	const { siteName } = await siteSettings()
	const { description, title } = (await siteMessages()).follow
	return pageMetadata({
		title,
		description: description(siteName),
		path: ADDRESS,
	})
}

export default async function FollowPage() {
	const [followable, settings] = await Promise.all([findFollowable(), siteSettings()])
	return (
		<ReaderPage path={ADDRESS}>
			<Follow {...followable} site={settings} />
		</ReaderPage>
	)
}
