import type { Metadata } from 'next'
import { Front } from '@/components/articles/front'
import { frontPage } from '@/domain/front'
import { pageMetadata } from './page-metadata'
import { ReaderPage } from './reader-page'

export const dynamic = 'force-dynamic'

export const generateMetadata = (): Promise<Metadata> => pageMetadata({ path: '/' })

export default async function FrontPage() {
	const front = await frontPage()
	return (
		<ReaderPage path="/" front>
			<Front {...front} />
		</ReaderPage>
	)
}
