import { deskViewer } from '@/app/desk/desk-viewer'
import { noticeIn, type Search } from '@/app/desk/notices'
import { SignInRuleForm } from '@/components/desk/settings/sign-in-rule-form'
import { StaffFactors } from '@/components/desk/settings/staff-factors'
import { listStaffFactors } from '@/domain/factors/factors'
import { can } from '@/domain/permissions'
import { signInRule } from '@/domain/sign-in-rule'
import { SettingsScreen, settingsMetadata } from '../settings-screen'
import { changeSignInRuleAction, resetFactorsAction } from './actions'

export const metadata = settingsMetadata('/desk/settings/sign-in')

export default async function SignInSettingsPage({ searchParams }: { searchParams: Search }) {
	const deskUser = await deskViewer('/desk/settings/sign-in', 'change settings')
	return (
		<SettingsScreen path="/desk/settings/sign-in">
			<SignInRuleForm
				rule={await signInRule()}
				action={changeSignInRuleAction}
				notice={await noticeIn(searchParams)}
			/>
			<StaffFactors
				staff={await listStaffFactors(deskUser)}
				reset={can(deskUser, 'reset sign-in') ? resetFactorsAction : null}
			/>
		</SettingsScreen>
	)
}
