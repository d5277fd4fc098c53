import { Initials } from '@/components/people/initials'
import type { Byline } from '@/domain/articles/views'
import styles from './foot.module.css'

/** Box about the authors of a story; renders null for a story without a byline. */
export function AboutAuthors({ bylines, title }: { bylines: Byline[]; title: string }) {
	if (bylines.length === 0) return null
	return (
		<section className={styles.about} aria-labelledby="about-author">
			<h2 className={styles.label} id="about-author" dir="auto">
				{title}
			</h2>
			{bylines.map((author) => (
				<Author key={author.slug} author={author} />
			))}
		</section>
	)
}

function Author({ author: { slug, name, bio, callToAction } }: { author: Byline }) {
	return (
		<div className={styles.author}>
			<Initials name={name} />
			<div>
				<p className={styles.authorName} dir="auto">
					<a href={`/people/${slug}`}>{name}</a>
				</p>
				{(bio || callToAction) && (
					<p className={styles.bio} dir="auto">
						{bio}{' '}
						{callToAction && (
							<a href={callToAction.url} rel="noopener">
								{callToAction.label}
							</a>
						)}
					</p>
				)}
			</div>
		</div>
	)
}
