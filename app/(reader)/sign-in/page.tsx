import type { Metadata } from 'next'
import { pageMetadata } from '@/app/(reader)/page-metadata'
import { type Query, queryValue } from '@/app/(reader)/query'
import { ReaderPage } from '@/app/(reader)/reader-page'
import { SignInForm } from '@/components/people/sign-in-form'
import { SignInLinkForm } from '@/components/people/sign-in-link-form'
import { exchange } from '@/lib/exchange'
import { localPath } from '@/lib/web-address'

export const dynamic = 'force-dynamic'

export const generateMetadata = (): Promise<Metadata> =>
	pageMetadata({ title: 'Sign in', path: '/sign-in', hidden: true })

export default async function SignInPage({ searchParams }: { searchParams: Query }) {
	const refused = exchange().form
	const next = localPath(refused?.values.next ?? (await queryValue(searchParams, 'next')))
	const link = refused ? '' : await queryValue(searchParams, 'link')
	const made = !refused && (await queryValue(searchParams, 'account')) === 'made'
	return (
		<ReaderPage path={next} here="/sign-in">
			{link ? (
				<SignInLinkForm link={link} next={next} />
			) : (
				<SignInForm next={next} refused={refused} accountMade={made} />
			)}
		</ReaderPage>
	)
}
