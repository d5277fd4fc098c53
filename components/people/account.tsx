import type { ReactNode } from 'react'
import { messages } from '@/lib/messages/messages'
import type { Role } from '@/lib/roles'
import '@/components/forms/forms.css'
import type { RejectedForm } from '@/lib/request-context'
import { AccountPages } from './account-pages'
import styles from './people.module.css'

type Props = {
	person: { name: string; email: string | null; role: Role }
	/** Whether this account has access to the desk. */
	staff: boolean
	/** Name of the notice to show. */
	done: string
	refused: RejectedForm | null
	/** Number of unread notices. */
	unread: number
	/** Sections about sign-in. */
	children: ReactNode
}

export function Account({ person: { name, email, role }, staff, done, refused, unread, children }: Props) {
	const words = messages().account
	const notices: Record<string, string> = words.notices
	const notice = Object.hasOwn(notices, done) && !refused ? notices[done] : null
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
						<dt>{words.role}</dt>
						<dd>{words.roles[role]}</dd>
					</>
				)}
				{email && (
					<>
						<dt>{words.email}</dt>
						<dd>{words.emailKept(email)}</dd>
					</>
				)}
				{staff && (
					<>
						<dt>{words.newsroom}</dt>
						<dd>
							<a href="/desk">{words.goToDesk}</a>
						</dd>
					</>
				)}
			</dl>
			<form method="post" action="/sign-out">
				<button type="submit" className="form-quiet">
					{words.signOut}
				</button>
				<p className={styles.removes}>
					{words.signOutRemoves} {staff && words.deskTextsStay}
				</p>
			</form>
			<AccountPages unread={unread} />
			{children}
		</div>
	)
}
