import { DateTime } from '@/components/layout/date-time'
import type { Trace } from '@/domain/person-access'
import type { FormerName } from '@/domain/public-name'
import type { DeskPerson } from './desk-person'
import styles from './people.module.css'
import { roleName } from './role-words'

type Props = {
	person: DeskPerson
	/** The last one first. */
	formerNames: FormerName[]
	trace: Trace
	locale: { language: string; timeZone: string }
}

/** Facts about a person, with links to the work. */
export function PersonFacts({ person, formerNames, trace, locale }: Props) {
	const { name, slug, email, role, emailConfirmedAt, createdAt, disabledAt } = person
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
						<dd>
							{email}
							<br />
							{emailConfirmedAt ? (
								<>
									Confirmed <DateTime at={emailConfirmedAt} locale={locale} />
								</>
							) : (
								'Not confirmed: anybody may have typed it'
							)}
						</dd>
					</>
				)}
				<dt>Since</dt>
				<dd>
					<DateTime at={createdAt} locale={locale} />
				</dd>
				{formerNames.length > 0 && (
					<>
						<dt>Former names</dt>
						{formerNames.map((former) => (
							<dd key={former.replacedAt.getTime()}>
								<bdi>{former.name}</bdi> until <DateTime at={former.replacedAt} locale={locale} />
							</dd>
						))}
					</>
				)}
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
