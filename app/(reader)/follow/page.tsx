import type { Metadata } from 'next'
import { pageMetadata } from '@/app/(reader)/page-metadata'
import { ReaderPage } from '@/app/(reader)/reader-page'
import { Follow } from '@/components/follow/follow'
import { findFollowable } from '@/domain/feeds/follow'
import { siteSettings } from '@/domain/settings'

export const dynamic = 'force-dynamic'

const ADDRESS = '/follow'

export async function generateMetadata(): Promise<Metadata> {
	const { siteName } = await siteSettings()
	return pageMetadata({
		title: 'Follow us',
		description: `How to read ${siteName} without a platform in between: feeds of sections, authors and subjects.`,
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
