import type { LabelledLink } from '@/domain/settings'

type Props = { links: LabelledLink[]; className: string | undefined; label?: string }

/** Links to the site's profiles elsewhere, which `rel="me"` lets them verify. */
export function SocialLinks({ links, className, label }: Props) {
	return (
		<ul className={className} aria-label={label}>
			{links.map(({ label: name, url }) => (
				<li key={url}>
					<a href={url} rel="me" dir="auto">
						{name}
					</a>
				</li>
			))}
		</ul>
	)
}
