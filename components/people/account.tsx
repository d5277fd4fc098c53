import type { ReactNode } from 'react'
import type { Locale } from '@/components/layout/date-time'
import '@/components/forms/forms.css'
import type { RejectedForm } from '@/lib/request-context'
import { ACCOUNT_NOTICES } from './account-notices'
import { type OwnComment, OwnComments } from './own-comments'
import styles from './people.module.css'

type Props = {
	person: { name: string; email: string | null; role: string }
	/** Whether this account has access to the desk. */
	staff: boolean
	comments: OwnComment[]
	locale: Locale
	/** Name of the notice to show. */
	done: string
	refused: RejectedForm | null
	/** Sections about sign-in. */
	children: ReactNode
}

export function Account({ person: { name, email, role }, staff, comments, locale, ...rest }: Props) {
	const { done, refused, children } = rest
	const notice = Object.hasOwn(ACCOUNT_NOTICES, done) && !refused ? ACCOUNT_NOTICES[done] : null
	return (
		<div className={styles.account}>
			<h1 dir="auto">{name}</h1>
			{notice && (
				<p role="status" className="form-notice">
					{notice}
				</p>
			)}
			{refused && !refused.field && (
				<p role="alert" className="form-notice">
					{refused.message}
				</p>
			)}
			<dl className={styles.facts}>
				{role !== 'reader' && (
					<>
						<dt>Role</dt>
						<dd>{role}</dd>
					</>
				)}
				{email && (
					<>
						<dt>E-mail</dt>
						<dd>{email} (never published)</dd>
					</>
				)}
				{staff && (
					<>
						<dt>Newsroom</dt>
						<dd>
							<a href="/desk">Go to the desk</a>
						</dd>
					</>
				)}
			</dl>
			<form method="post" action="/sign-out">
				<button type="submit" className="form-quiet">
					Sign out
				</button>
			</form>
			{children}
			<h2>My comments</h2>
			<OwnComments comments={comments} locale={locale} />
		</div>
	)
}
