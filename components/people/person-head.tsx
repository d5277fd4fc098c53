import type { Byline } from '@/domain/articles/views'
import { Avatar } from './avatar'
import { Bio } from './bio'
import styles from './people.module.css'
import { ProfileLinks } from './profile-links'

/** Heading of an author's page: name, beat, biography and profiles. */
export function PersonHead({ person }: { person: Byline & { beat: string | null } }) {
	const { name, beat, bio, callToAction } = person
	return (
		<div className={styles.person}>
			<Avatar person={person} />
			<div>
				<h1 dir="auto">{name}</h1>
				{beat && (
					<p className={styles.beat} dir="auto">
						{beat}
					</p>
				)}
				{(bio.length > 0 || callToAction) && (
					<p className={styles.bio} dir="auto">
						<Bio author={person} />
					</p>
				)}
				<ProfileLinks author={person} own />
			</div>
		</div>
	)
}
