import type { Metadata } from 'next'
import { pageMetadata } from '@/app/(reader)/page-metadata'
import { type Query, queryValue } from '@/app/(reader)/query'
import { ReaderPage } from '@/app/(reader)/reader-page'
import { SignInForm } from '@/components/people/sign-in-form'
import { exchange } from '@/lib/exchange'
import { localPath } from '@/lib/web-address'

export const dynamic = 'force-dynamic'

export const generateMetadata = (): Promise<Metadata> =>
	pageMetadata({ title: 'Sign in', path: '/sign-in', hidden: true })

export default async function SignInPage({ searchParams }: { searchParams: Query }) {
	const refused = exchange().form
	const next = localPath(refused?.values.next ?? (await queryValue(searchParams, 'next')))
	return (
		<ReaderPage path={next} here="/sign-in">
			<SignInForm next={next} refused={refused} />
		</ReaderPage>
	)
}
