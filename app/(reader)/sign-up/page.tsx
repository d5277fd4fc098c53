import type { Metadata } from 'next'
import { pageMetadata } from '@/app/(reader)/page-metadata'
import { type Query, queryValue } from '@/app/(reader)/query'
import { ReaderPage } from '@/app/(reader)/reader-page'
import { SignUpForm } from '@/components/people/sign-up-form'
import { exchange } from '@/lib/exchange'
import { localPath } from '@/lib/web-address'

export const dynamic = 'force-dynamic'

export const generateMetadata = (): Promise<Metadata> =>
	pageMetadata({ title: 'Make an account', path: '/sign-up', hidden: true })

export default async function SignUpPage({ searchParams }: { searchParams: Query }) {
	const refused = exchange().form
	const next = localPath(refused?.values.next ?? (await queryValue(searchParams, 'next')))
	return (
		<ReaderPage path={next} here="/sign-up">
			<SignUpForm next={next} refused={refused} />
		</ReaderPage>
	)
}
