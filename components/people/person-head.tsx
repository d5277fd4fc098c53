import type { Byline } from '@/domain/articles/views'
import { Initials } from './initials'
import styles from './people.module.css'

/** Heading of an author's page: name, beat and biography. */
export function PersonHead({ person }: { person: Byline & { beat: string | null } }) {
	const { name, beat, bio, callToAction } = person
	return (
		<div className={styles.person}>
			<Initials name={name} />
			<div>
				<h1 dir="auto">{name}</h1>
				{beat && (
					<p className={styles.beat} dir="auto">
						{beat}
					</p>
				)}
				{bio && (
					<p className={styles.bio} dir="auto">
						{bio}
					</p>
				)}
				{callToAction && (
					<p className={styles.bio} dir="auto">
						<a href={callToAction.url} rel="noopener">
							{callToAction.label}
						</a>
					</p>
				)}
			</div>
		</div>
	)
}
