import type { Metadata } from 'next'
import { deskViewer, orErrorPage } from '@/app/desk/desk-viewer'
import { noticeIn, paramsIn, type Search } from '@/app/desk/notices'
import { PageHead } from '@/components/desk/desk-frame'
import { InvitationList } from '@/components/desk/people/invitation-list'
import { InviteForm } from '@/components/desk/people/invite-form'
import styles from '@/components/desk/people/people.module.css'
import { grantableRoles, listInvitations } from '@/domain/invite'
import { findProfile } from '@/domain/profiles'
import { siteSettings } from '@/domain/settings'
import { env } from '@/lib/env'
import { changeInvitationAction, inviteAction } from '../actions'

export const metadata: Metadata = { title: 'Invitations' }

export default async function InvitationsPage({ searchParams }: { searchParams: Search }) {
	const deskUser = await deskViewer('/desk/people/invitations', 'manage people')
	const invitations = await listInvitations(deskUser)
	const notice = await noticeIn(searchParams)
	const { person = '' } = await paramsIn(searchParams)
	const author = person ? (await orErrorPage(findProfile(deskUser, person))).person : null
	return (
		<>
			<PageHead title="Invitations" />
			<div className={styles.page}>
				<InviteForm
					action={inviteAction}
					roles={grantableRoles(deskUser)}
					mails={env.smtpUrl !== ''}
					notice={notice}
					author={author}
				/>
				<InvitationList
					invitations={invitations}
					action={changeInvitationAction}
					locale={await siteSettings()}
				/>
			</div>
		</>
	)
}
