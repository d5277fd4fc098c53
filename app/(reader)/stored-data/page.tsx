import type { Metadata } from 'next'
import { pageMetadata } from '@/app/(reader)/page-metadata'
import { ReaderPage } from '@/app/(reader)/reader-page'
import { StoredData } from '@/components/stored-data/stored-data'
import { publishedSlug } from '@/domain/pages/published'
import { siteMessages, siteSettings } from '@/domain/settings'
import {
	AD_COOKIE,
	APPEARANCE_COOKIE,
	CONNECT_COOKIE,
	ISLANDS_COOKIE,
	KNOWN_BROWSER_COOKIE,
	PROVIDER_COOKIE,
	READER_COOKIE,
	RECENT_WRITE_COOKIE,
	RECOVERY_CODES_COOKIE,
	SECOND_STEP_COOKIE,
	SESSION_COOKIE,
	SIGNED_OUT_COOKIE,
	THREAD_COOKIE,
} from '@/lib/cookies'
import { env } from '@/lib/env'

export const dynamic = 'force-dynamic'

const ADDRESS = '/stored-data'
/** Slug of the starter page on privacy, which the newsroom writes. */
const OWN_PAGE = 'privacy'

export async function generateMetadata(): Promise<Metadata> {
	const { siteName } = await siteSettings()
	const { storedData: words } = await siteMessages()
	return pageMetadata({ title: words.title, description: words.description(siteName), path: ADDRESS })
}

export default async function StoredDataPage() {
	const { websubHub, indexNow } = await siteSettings()
	const own = await publishedSlug(OWN_PAGE)
	return (
		<ReaderPage path={ADDRESS}>
			<StoredData
				cookies={{
					reader: READER_COOKIE,
					session: SESSION_COOKIE,
					known: KNOWN_BROWSER_COOKIE,
					secondStep: SECOND_STEP_COOKIE,
					provider: PROVIDER_COOKIE,
					connect: CONNECT_COOKIE,
					codes: RECOVERY_CODES_COOKIE,
					recentWrite: RECENT_WRITE_COOKIE,
					islands: ISLANDS_COOKIE,
					appearance: APPEARANCE_COOKIE,
					thread: THREAD_COOKIE,
					signedOut: SIGNED_OUT_COOKIE,
					ads: AD_COOKIE,
				}}
				mails={env.smtpUrl !== ''}
				providers={env.providers}
				hub={websubHub ? new URL(websubHub).host : null}
				indexNow={indexNow}
				ownPage={own === null ? null : `/${own}`}
			/>
		</ReaderPage>
	)
}
