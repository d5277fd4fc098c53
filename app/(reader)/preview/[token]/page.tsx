import type { Metadata } from 'next'
import { cache } from 'react'
import { endWithOverride } from '@/app/_http/page-errors'
import { Article } from '@/components/articles/article'
import { PreviewBanner } from '@/components/articles/preview-banner'
import { findPreview } from '@/domain/preview-links'
import { siteSettings } from '@/domain/settings'
import type { ErrorPage } from '@/lib/request-context'

export const dynamic = 'force-dynamic'

type Props = { params: Promise<{ token: string }> }

const load = cache((token: string) => findPreview(token))

const gone = (detail: string): ErrorPage => ({
	kind: 'error',
	status: 410,
	title: 'This preview has ended',
	detail,
})

const ERRORS: Record<'expired' | 'revoked' | 'unknown', ErrorPage> = {
	expired: gone('The link opened for a limited time. Please ask the person who sent it for a new one.'),
	revoked: gone('The newsroom has closed this link. Please ask the person who sent it.'),
	unknown: {
		kind: 'error',
		status: 404,
		title: 'There is no such preview',
		detail: 'The address may have lost a letter. Please ask the person who sent it.',
	},
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
	const found = await load((await params).token)
	return {
		title: { absolute: found.kind === 'open' ? `Draft: ${found.article.headline}` : 'Preview' },
		robots: { index: false, follow: false },
		referrer: 'no-referrer',
	}
}

/** The newest saved text of an unpublished story, for any holder of the link. The page has no forms. */
export default async function SharedPreviewPage({ params }: Props) {
	const found = await load((await params).token)
	if (found.kind !== 'open') return endWithOverride(ERRORS[found.kind])
	const settings = await siteSettings()
	return (
		<main id="content" tabIndex={-1}>
			<PreviewBanner siteName={settings.siteName} until={found.expiresAt} locale={settings} />
			<Article article={found.article} settings={settings} />
		</main>
	)
}
