//! What each form writes is recognised, and nothing that holds more or less than that.

use super::*;
use crate::domain::secret::Form;

/// A whole secret, drawn here, since none may stand in a file.
fn secret() -> String {
    let fill = &mut |bytes: &mut [u8]| {
        bytes.fill(7);
        Ok::<(), std::convert::Infallible>(())
    };
    let Ok(drawn) = Secret::mint(Form::DeployProject, fill);
    String::from_utf8(crate::render::emit::plain(&drawn).to_vec()).unwrap()
}

fn seen(text: &str) -> Option<(Emit, Option<String>)> {
    recognise(text.as_bytes()).map(|written| (written.form, written.host.map(|host| host.to_string())))
}

#[test]
fn every_form_is_recognised_with_the_host_that_it_names() {
    let it = secret();
    let config = |auth: &str| format!(r#"{{"auths":{{"r.example.com:5050":{{"auth":"{auth}"}}}}}}"#);
    let auth = Base64::encode_string(format!("robot:{it}").as_bytes());
    let head = "apiVersion: v1\nkind: Secret\nmetadata:\n  name: tokctl-ci-1\n  annotations:\n    tokctl/id: \"1\"\n    \
                tokctl/name: \"ci\"\n";
    let (none, registry) = (None, Some("https://r.example.com:5050"));
    let cases = [
        (it.clone(), Emit::Secret, none),
        (format!("{it}\n"), Emit::Secret, none),
        (format!("export TOKCTL_USERNAME='r'\\''s'\nexport TOKCTL_TOKEN='{it}'\n"), Emit::Env, none),
        (format!(r#"{{"version":1,"tokens":[{{"id":1,"secret":"{it}"}}]}}"#), Emit::Json, none),
        (config(&auth), Emit::DockerConfig, registry),
        (format!("machine example.com login robot password {it}\n"), Emit::Netrc, Some("https://example.com")),
        (format!("machine ::1 login robot password {it}\n"), Emit::Netrc, Some("https://[::1]")),
        (
            format!("protocol=http\nhost=example.com\nusername=robot\npassword={it}\n"),
            Emit::GitCredential,
            Some("http://example.com"),
        ),
        (
            format!(
                "[[runners]]\n  name = \"ci\"\n  url = \"https://example.com\"\n  id = 3\n  token = \"{it}\"\n  executor = \
                 \"shell\"\n"
            ),
            Emit::RunnerToml,
            Some("https://example.com"),
        ),
        (
            format!(
                "{head}type: kubernetes.io/dockerconfigjson\nstringData:\n  .dockerconfigjson: '{}'\n",
                config(&auth)
            ),
            Emit::K8sSecret,
            registry,
        ),
        (
            format!("{head}type: kubernetes.io/basic-auth\nstringData:\n  username: \"r\"\n  password: \"{it}\"\n"),
            Emit::K8sSecret,
            none,
        ),
        (format!("{head}type: Opaque\nstringData:\n  token: \"{it}\"\n"), Emit::K8sSecret, none),
    ];
    for (text, form, host) in cases {
        assert_eq!(seen(&text), Some((form, host.map(str::to_owned))), "{}", form.word());
    }
}

#[test]
fn what_holds_anything_else_is_none_of_the_forms() {
    let it = secret();
    let broken = format!("{}x", &it[..it.len() - 1]);
    let netrc = format!("machine example.com login robot password {it}");
    let cases = [
        String::new(),
        "\n".to_owned(),
        broken,
        format!("{it}\n# mine\n"),
        format!("{it}\n{it}\n{it}\n"),
        format!("export TOKCTL_TOKEN='{it}'\nexport PATH='/mine'\n"),
        format!("export TOKCTL_TOKEN='{it}'\nexport TOKCTL_TOKEN='{it}'\n"),
        "export TOKCTL_USERNAME='robot'\n".to_owned(),
        format!("export TOKCTL_TOKEN='{it}'; rm -r '/'\n"),
        format!(r#"{{"version":1,"tokens":[{{"secret":"{it}"}},{{"secret":"{it}"}}]}}"#),
        format!(r#"{{"version":1,"tokens":[{{"secret":"{it}"}}],"mine":1}}"#),
        format!("{netrc}\n{netrc}\n"),
        format!("{netrc} port 80\n"),
        format!("protocol=https\nhost=example.com\nusername=robot\npassword={it}\nquit=1\n"),
        format!("[[runners]]\n  name = \"ci\"\n  url = \"https://h\"\n  token = \"{it}\"\n  executor = \"docker\"\n"),
    ];
    for text in cases {
        assert_eq!(seen(&text), None, "{}", text.replace(&it, "SECRET"));
    }
    assert!(recognise(&[it.as_bytes(), b"\xff"].concat()).is_none(), "no text");
}
