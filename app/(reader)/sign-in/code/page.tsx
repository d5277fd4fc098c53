import type { Metadata } from 'next'
import { headers } from 'next/headers'
import { redirect } from 'next/navigation'
import { islandsScript } from '@/app/_http/islands-script'
import { pageMetadata } from '@/app/(reader)/page-metadata'
import { ReaderPage } from '@/app/(reader)/reader-page'
import { type Query, queryValue } from '@/app/(reader)/search-params'
import { PasskeyForm, PasskeyScript } from '@/components/people/passkey-form'
import { SecondStepForm } from '@/components/people/second-step-form'
import { factorsOf } from '@/domain/factors/factors'
import { findSecondStep } from '@/domain/second-step'
import { siteMessages } from '@/domain/settings'
import { parseCookies, SECOND_STEP_COOKIE } from '@/lib/cookies'
import { requestContext } from '@/lib/request-context'
import { safeReturnPath } from '@/lib/urls'

export const dynamic = 'force-dynamic'

export const generateMetadata = async (): Promise<Metadata> =>
	pageMetadata({ title: (await siteMessages()).signIn.title, path: '/sign-in/code', hidden: true })

/** Second step of a sign-in. */
export default async function SecondStepPage({ searchParams }: { searchParams: Query }) {
	const refused = requestContext().form
	const next = safeReturnPath(refused?.values.next?.[0] ?? (await queryValue(searchParams, 'next')))
	const cookies = parseCookies((await headers()).get('cookie'))
	const person = await findSecondStep(cookies.get(SECOND_STEP_COOKIE) ?? '')
	if (!person) return redirect(`/sign-in?next=${encodeURIComponent(next)}`)
	const { authenticator, passkeys } = await factorsOf(person.id)
	return (
		<ReaderPage path={next} here="/sign-in/code">
			<SecondStepForm next={next} hasApp={authenticator !== null} refused={refused}>
				{passkeys.length > 0 && <PasskeyForm use="sign-in" next={next} />}
			</SecondStepForm>
			<PasskeyScript src={islandsScript('passkeys')} />
		</ReaderPage>
	)
}
