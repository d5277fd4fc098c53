import { DateTime } from '@/components/layout/date-time'
import type { Trace } from '@/domain/person-access'
import type { DeskPerson } from './desk-person'
import styles from './people.module.css'
import { roleName } from './role-words'

type Props = { person: DeskPerson; trace: Trace; locale: { language: string; timeZone: string } }

/** Facts about a person, with links to the work. */
export function PersonFacts({ person, trace, locale }: Props) {
	const { name, slug, email, role, createdAt, disabledAt } = person
	const comments = new URLSearchParams({ show: 'approved', query: name })
	return (
		<section className={styles.section} aria-labelledby="facts-heading">
			<h2 id="facts-heading">Account</h2>
			<dl className={styles.facts}>
				<dt>State</dt>
				<dd>
					{disabledAt ? (
						<>
							Disabled since <DateTime at={disabledAt} locale={locale} />
						</>
					) : (
						(email && roleName(role)) || 'An author without an account'
					)}
				</dd>
				{email && (
					<>
						<dt>E-mail</dt>
						<dd>{email}</dd>
					</>
				)}
				<dt>Since</dt>
				<dd>
					<DateTime at={createdAt} locale={locale} />
				</dd>
				{trace.stories > 0 && (
					<>
						<dt>Stories</dt>
						<dd>
							<a href={`/desk?author=${encodeURIComponent(slug)}`}>{trace.stories}</a>
						</dd>
					</>
				)}
				{trace.comments > 0 && (
					<>
						<dt>Comments</dt>
						<dd>
							<a href={`/desk/comments?${comments}`}>{trace.comments}</a>
						</dd>
					</>
				)}
			</dl>
		</section>
	)
}
