import type { Metadata } from 'next'
import { deskViewer } from '@/app/desk/desk-viewer'
import { createAuthorAction } from '@/app/desk/people/actions'
import { profilePhotos } from '@/app/desk/people/profile-photos'
import { PageHead } from '@/components/desk/desk-frame'
import styles from '@/components/desk/people/people.module.css'
import { ProfileForm } from '@/components/desk/people/profile-form'
import { EMPTY_PROFILE } from '@/domain/profile-fields'

export const metadata: Metadata = { title: 'New author' }

export default async function NewAuthorPage() {
	const deskUser = await deskViewer('/desk/people/new', 'manage people')
	return (
		<>
			<PageHead title="New author" />
			<div className={styles.page}>
				<ProfileForm
					id="author"
					action={createAuthorAction}
					fields={EMPTY_PROFILE}
					photos={await profilePhotos(deskUser, null)}
					kinds
					notice={null}
					submit="Add author"
				/>
				<p className={styles.soft}>
					A guest, an agency or a desk: a name over stories, with a page and a box of its own, that never
					signs in. A colleague who writes here gets <a href="/desk/people/invitations">an invitation</a>{' '}
					instead.
				</p>
			</div>
		</>
	)
}
