"""What pyproject.toml cannot say: where a wheel has the assets, and that a build leaves nothing.

`assets/` becomes the folder `builder/assets` of the wheel. Whatever setuptools makes on the way
lies in a folder that goes away again: in `build/`, where it would be by itself, are the user's
finished files, and modules that were removed here would still be packed from there.
"""

from tempfile import TemporaryDirectory

from setuptools import find_packages, setup

with TemporaryDirectory() as made:
    setup(
        packages=[*find_packages(include=["builder", "builder.*"]), "builder.assets"],
        package_dir={"builder.assets": "assets"},
        options={"build": {"build_base": made}, "egg_info": {"egg_base": made}},
    )
