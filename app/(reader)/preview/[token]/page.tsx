import type { Metadata } from 'next'
import { cache } from 'react'
import { endWithOverride } from '@/app/_http/page-errors'
import { Article } from '@/components/articles/article'
import { PreviewBanner } from '@/components/articles/preview-banner'
import { findPreview } from '@/domain/preview-links'
import { siteMessages, siteSettings } from '@/domain/settings'
import { namedError } from '@/lib/error-words'

export const dynamic = 'force-dynamic'

type Props = { params: Promise<{ token: string }> }

const load = cache((token: string) => findPreview(token))

const ERRORS = {
	expired: namedError(410, 'previewEnded'),
	revoked: namedError(410, 'previewClosed'),
	unknown: namedError(404, 'noPreview'),
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
	const found = await load((await params).token)
	const { draftOf, preview } = (await siteMessages()).history
	return {
		title: { absolute: found.kind === 'open' ? draftOf(found.article.headline) : preview },
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
